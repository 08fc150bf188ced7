import type { z } from '../zod.ts';

/** A message: the schemas of its request and of its answer. The side that receives either one checks it. */
export type Message = { request: z.ZodMiniType; answer: z.ZodMiniType };

/** Messages by their names: all that one kind of sender may send. */
export type Table = Record<string, Message>;

export type Request<M extends Message> = z.infer<M['request']>;
export type Answer<M extends Message> = z.infer<M['answer']>;

/** Declares a message and keeps the types of its schemas. */
export const message = <const Q extends z.ZodMiniType, A extends z.ZodMiniType>(schemas: {
  request: Q;
  answer: A;
}): { request: Q; answer: A } => schemas;
