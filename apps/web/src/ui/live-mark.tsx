import { classNames } from "./class-names.ts";

interface Props {
  status: "connecting" | "open" | "polling";
  open: string;
  polling: string;
}

/** Says whether the page moves by itself; keeps its room while it is not known yet. */
export function LiveMark({ status, open, polling }: Props) {
  return (
    <span className={classNames("inline-flex items-center gap-2", status === "connecting" && "invisible")}>
      <i
        className={classNames(
          "size-2 rounded-full border border-terracotta",
          status === "open" && "bg-terracotta pulse",
        )}
        aria-hidden="true"
      />
      {status === "polling" ? polling : open}
    </span>
  );
}
