"use client";
import type { JudgeWork } from "@agon/contract";
import { useCallback, useEffect, useState } from "react";
import { JudgeCard } from "./judge-card.tsx";
import { NewJudgeForm } from "./new-judge-form.tsx";
import type { PanelProps } from "./operator-console.tsx";

/** The work is read again so often while the panel is open. */
const readEveryMs = 2_000;

export function JudgePanel(props: PanelProps) {
  const { api, arena, t } = props;
  const [works, setWorks] = useState<readonly JudgeWork[]>([]);
  const read = useCallback(async () => {
    const { data } = await api.judges(arena.slug);
    setWorks(await Promise.all(data.map(({ slug }) => api.judgeWork(arena.slug, slug))));
  }, [api, arena.slug]);
  const look = useCallback(() => void read().catch(() => undefined), [read]);
  useEffect(() => {
    look();
    const timer = setInterval(look, readEveryMs);
    return () => clearInterval(timer);
  }, [look]);
  return (
    <div className="grid gap-8">
      <section aria-labelledby="judge-list">
        <h2 id="judge-list" className="pb-2 text-2xl">
          {t.judge.list}
        </h2>
        {works.length === 0 && <p className="text-muted">{t.judge.none}</p>}
        <ul>
          {works.map((work) => (
            <JudgeCard key={work.judge.slug} {...props} work={work} onDone={look} />
          ))}
        </ul>
      </section>
      <NewJudgeForm {...props} onCreated={look} />
    </div>
  );
}
