const own = document.currentScript;
const script =
  own instanceof HTMLScriptElement
    ? own
    : document.querySelector<HTMLScriptElement>('script[src*="/embed/v1."]');

/** Where this script came from, and where its data is. */
export const origin = new URL(script?.src ?? location.href).origin;
