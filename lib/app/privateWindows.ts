/** Where it is noted, for this session of the browser, that things may be kept from private windows. */
export const PRIVATE_ALLOWED = 'privateAllowed';
