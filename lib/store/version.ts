/**
 * The version of the database's tables. Raise it with every change of a table or index. The rows have versions of their
 * own; see migrate.ts.
 */
export const DATABASE_VERSION = 13;

/** The name of the database. */
export const DATABASE_NAME = 'pizhu';
