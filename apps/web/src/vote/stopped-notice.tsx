import type { Messages } from "../messages/en.ts";
import { fill, formatWait } from "../messages/format.ts";
import { Notice } from "../ui/notice.tsx";
import type { VoteState } from "./vote-state.ts";

interface Props {
  state: VoteState & { phase: "stopped" };
  boardPath: string;
  onRetry: () => void;
  lang: string;
  t: Messages["vote"]["states"];
}

/** Why there is no battle, in plain words, with the one thing to do. */
export function StoppedNotice({ state, boardPath, onRetry, lang, t }: Props) {
  const { reason, waitS } = state;
  if (reason === "no_battle_left" || reason === "arena_closed" || reason === "tournament_state")
    return (
      <Notice sentence={t[reason]}>
        <a href={boardPath} className="button button-primary">
          {t[`${reason}Action`]}
        </a>
      </Notice>
    );
  const sentence =
    reason === "rate_limited" ? fill(t.rate_limited, { wait: formatWait(lang, waitS ?? 60) }) : t[reason];
  return (
    <Notice sentence={sentence}>
      <button type="button" className="button" onClick={onRetry}>
        {t.retry}
      </button>
    </Notice>
  );
}
