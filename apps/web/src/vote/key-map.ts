export const voteActions = ["a", "b", "tie", "bothBad", "skip", "next", "play", "zoom", "help"] as const;
export type VoteAction = (typeof voteActions)[number];

/** The key of an action, when the voter chose another one. */
export type OwnKeys = Partial<Record<VoteAction, string>>;

const standard: Record<VoteAction, readonly string[]> = {
  a: ["1", "ArrowLeft"],
  b: ["2", "ArrowRight"],
  tie: ["3", "ArrowUp"],
  bothBad: ["4", "ArrowDown"],
  skip: ["s"],
  next: ["Enter", "n"],
  play: [" "],
  zoom: ["z"],
  help: ["?"],
};

const lower = (key: string): string => (key.length === 1 ? key.toLowerCase() : key);

export const keysOf = (action: VoteAction, own: OwnKeys): readonly string[] => {
  const key = own[action];
  return key === undefined ? standard[action] : [key];
};

/** The action of a key; own keys come before the standard ones of other actions. */
export function actionOf(key: string, own: OwnKeys): VoteAction | null {
  const pressed = lower(key);
  const chosen = voteActions.find((action) => own[action] === pressed);
  return chosen ?? voteActions.find((action) => keysOf(action, own).includes(pressed)) ?? null;
}

/** What of a key press matters; the part of a `KeyboardEvent` that can be written down in a test. */
export interface KeyPress {
  readonly key: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** Lower-case tag of the focused element, or "editable". */
  readonly focus: string;
}

const typing = new Set(["input", "textarea", "select", "editable", "audio", "video"]);
const pressable = new Set(["button", "a", "summary"]);

/** False while somebody types or winds a recording, holds a key or a modifier, or presses the focused button itself. */
export function countsAsShortcut(press: KeyPress): boolean {
  if (press.repeat || press.ctrlKey || press.metaKey || press.altKey) return false;
  if (typing.has(press.focus)) return false;
  return !((press.key === "Enter" || press.key === " ") && pressable.has(press.focus));
}

/** Another action that already has this key, or null. */
export function keyTakenBy(key: string, action: VoteAction, own: OwnKeys): VoteAction | null {
  const owner = actionOf(key, own);
  return owner === action ? null : owner;
}

const symbols: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Enter: "↵",
  " ": "␣",
};

/** A key as it is written on a button. */
export const keyLabel = (key: string): string => symbols[key] ?? key.toUpperCase();

export { lower as normalKey };
