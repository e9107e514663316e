"use client";
import { type FormEvent, useState } from "react";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import { failureText } from "./failure-text.ts";
import { Outcome } from "./outcome.tsx";

/** Tries the key before it is kept, by the call that signs in with it. */
async function tryKey(key: string): Promise<void> {
  const response = await fetch("/v1/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ key }),
  });
  if (!response.ok) throw new Error(`${response.status}`);
}

export function KeyGate({ onUse, t }: { onUse: (key: string) => void; t: Messages["admin"]["key"] }) {
  const [key, setKey] = useState("");
  const [failure, setFailure] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    tryKey(key.trim()).then(
      () => onUse(key.trim()),
      (error: unknown) => setFailure(fill(t.wrong, { reason: failureText(error) })),
    );
  };
  return (
    <form onSubmit={submit} className="grid max-w-md gap-4">
      <label className="grid gap-1.5">
        {t.label}
        <input
          type="password"
          className="field"
          autoComplete="off"
          required
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
      </label>
      <p className="text-sm text-muted">{t.hint}</p>
      <button type="submit" className="button button-primary justify-self-start">
        {t.use}
      </button>
      <Outcome text={failure} bad />
    </form>
  );
}
