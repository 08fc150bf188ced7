import type messages from '../public/_locales/zh_CN/messages.json';

/** The key of a message of the interface. Tables with such keys are checked against the messages at compile time. */
export type MessageKey = keyof typeof messages;
