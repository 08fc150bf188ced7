/** The key in session storage that records whether the person has allowed saving from private windows. */
export const PRIVATE_ALLOWED = 'privateAllowed';
