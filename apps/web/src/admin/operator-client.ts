import { type Client, createClient } from "@agon/contract/client";

const place = "agon.operator-key";

/** The key lives in this tab only. */
export const rememberedKey = (): string | null => sessionStorage.getItem(place);
export const rememberKey = (key: string): void => sessionStorage.setItem(place, key);
export const forgetKey = (): void => sessionStorage.removeItem(place);

export const operatorClient = (key: string): Client =>
  createClient((path, init) => fetch(path, init), { authorization: `Bearer ${key}` });
