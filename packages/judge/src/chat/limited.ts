import type { Chat } from "./chat.ts";

/** At most `most` calls at a time; further ones wait in line. One limit may be shared by several chats. */
export function callLimit(most: number): (chat: Chat) => Chat {
  if (!(Number.isInteger(most) && most >= 1)) throw new RangeError("At least one call at a time");
  let running = 0;
  const waiting: (() => void)[] = [];
  const enter = async (): Promise<void> => {
    if (running < most) running++;
    else await new Promise<void>((go) => waiting.push(go));
  };
  // The place goes to the next in line, so nobody can slip in between.
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running--;
  };
  return (chat) => async (request) => {
    await enter();
    try {
      return await chat(request);
    } finally {
      leave();
    }
  };
}
