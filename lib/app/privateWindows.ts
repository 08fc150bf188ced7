/** The key in session storage of the person's permission to save from private windows. */
export const PRIVATE_ALLOWED = 'privateAllowed';
