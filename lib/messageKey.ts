import type messages from '../public/_locales/zh_CN/messages.json';

/** The key of a sentence of the interface. A registry that names one is checked against the messages when it is compiled. */
export type MessageKey = keyof typeof messages;
