"use client";
import type { Arena } from "@agon/contract";
import type { Client } from "@agon/contract/client";
import { Tabs } from "@base-ui/react/tabs";
import dynamic from "next/dynamic";
import { useCallback, useEffect, useMemo, useState } from "react";
import { allPages } from "../api/all-pages.ts";
import type { Messages } from "../messages/en.ts";
import type { CopyTexts } from "../ui/copy-snippet.tsx";
import { ArenaPanel } from "./arena-panel.tsx";
import { KeyGate } from "./key-gate.tsx";
import { NewArenaForm } from "./new-arena-form.tsx";
import { forgetKey, operatorClient, rememberedKey, rememberKey } from "./operator-client.ts";
import { UploadPanel } from "./upload-panel.tsx";

// The largest tabs come when they are opened.
const JudgePanel = dynamic(() => import("./judge-panel.tsx").then((module) => module.JudgePanel), {
  ssr: false,
});
const MatchPanel = dynamic(() => import("./match-panel.tsx").then((module) => module.MatchPanel), {
  ssr: false,
});
const TakedownPanel = dynamic(() => import("./takedown-panel.tsx").then((module) => module.TakedownPanel), {
  ssr: false,
});
const TournamentPanel = dynamic(
  () => import("./tournament-panel.tsx").then((module) => module.TournamentPanel),
  { ssr: false },
);
const SubmissionPanel = dynamic(
  () => import("./submission-panel.tsx").then((module) => module.SubmissionPanel),
  { ssr: false },
);

export interface ConsoleProps {
  /** Where the site's pages of this language begin: "" or "/de". */
  base: string;
  lang: string;
  t: Messages["admin"];
  /** Names of formats and states, as the public pages write them. */
  bracket: Messages["bracket"];
  modality: Messages["site"]["home"]["modality"];
  copying: CopyTexts;
}

export interface PanelProps extends ConsoleProps {
  api: Client;
  arena: Arena;
  /** Reads the arenas again after a change. */
  onChanged: () => void;
}

/** The operator's desk: everything goes through the public API with the key of this tab. */
export function OperatorConsole(props: ConsoleProps) {
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => setKey(rememberedKey()), []);
  const use = (next: string) => {
    rememberKey(next);
    setKey(next);
  };
  const forget = () => {
    forgetKey();
    fetch("/v1/session", { method: "DELETE" }).catch(() => undefined); // the cookie runs out by itself
    setKey(null);
  };
  if (key === null) return <KeyGate onUse={use} t={props.t.key} />;
  return <Desk {...props} keyText={key} onForget={forget} />;
}

function Desk({ keyText, onForget, ...props }: ConsoleProps & { keyText: string; onForget: () => void }) {
  const { t } = props;
  const api = useMemo(() => operatorClient(keyText), [keyText]);
  const [arenas, setArenas] = useState<readonly Arena[]>([]);
  const [chosen, setChosen] = useState("");
  const read = useCallback(
    () => void allPages((query) => api.arenas(query)).then(setArenas, () => setArenas([])),
    [api],
  );
  useEffect(read, [read]);
  // A new arena is chosen before the list has it: no other one may stand in its place meanwhile.
  const arena = chosen === "" ? arenas[0] : arenas.find((one) => one.slug === chosen);
  const created = (slug: string) => {
    setChosen(slug);
    read();
  };
  return (
    <div className="grid gap-8">
      <div className="flex flex-wrap items-end gap-4">
        <label className="grid gap-1 text-sm text-muted">
          {t.arena.choose}
          <select
            className="field min-w-64"
            value={arena?.slug ?? ""}
            disabled={arenas.length === 0}
            onChange={(event) => setChosen(event.target.value)}
          >
            {arena === undefined && <option value="">{arenas.length === 0 ? t.arena.none : chosen}</option>}
            {arenas.map((one) => (
              <option key={one.slug} value={one.slug}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button button-plain ms-auto" onClick={onForget}>
          {t.key.forget}
        </button>
      </div>
      {arena && <ArenaTabs key={arena.slug} {...props} api={api} arena={arena} onChanged={read} />}
      <NewArenaForm api={api} onCreated={created} t={t.arena} modality={props.modality} />
    </div>
  );
}

const tabs = [
  "arena",
  "models",
  "prompts",
  "outputs",
  "tournaments",
  "judges",
  "submissions",
  "match",
] as const;

function ArenaTabs(props: PanelProps) {
  const { t } = props;
  return (
    <Tabs.Root defaultValue="arena" className="min-w-0">
      <Tabs.List className="flex gap-1 overflow-x-auto border-b border-ink" aria-label={t.tabs.label}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab} value={tab} className="admin-tab">
            {t.tabs[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="arena" className="py-6">
        <ArenaPanel {...props} />
      </Tabs.Panel>
      {(["models", "prompts", "outputs"] as const).map((kind) => (
        <Tabs.Panel key={kind} value={kind} className="py-6">
          <UploadPanel {...props} kind={kind} />
          {kind === "outputs" && <TakedownPanel {...props} />}
        </Tabs.Panel>
      ))}
      <Tabs.Panel value="tournaments" className="py-6">
        <TournamentPanel {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="judges" className="py-6">
        <JudgePanel {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="submissions" className="py-6">
        <SubmissionPanel {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="match" className="py-6">
        <MatchPanel {...props} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
