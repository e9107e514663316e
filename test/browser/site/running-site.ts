import { type Client, createClient } from "@agon/contract/client";

export interface RunningSite {
  readonly url: string;
  /** The operator's key. */
  readonly key: string;
  /** The state folder. */
  readonly state: string;
}

/** The API as the operator sees it. */
export const operatorOf = ({ url, key }: RunningSite): Client =>
  createClient((path, init) => fetch(url + path, init), { authorization: `Bearer ${key}` });

/** The API as anybody sees it; without a cookie every call is somebody else's. */
export const strangerOf = ({ url }: RunningSite): Client =>
  createClient((path, init) => fetch(url + path, init));
