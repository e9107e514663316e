import Link from "next/link";
import { classNames } from "./class-names.ts";

interface Props {
  label: string;
  path: string;
  /** The other parameters of the address, which a switch keeps. */
  params: Readonly<Record<string, string>>;
  name: string;
  current: string;
  /** The view that stands without its parameter. */
  standard: string;
  choices: readonly { readonly value: string; readonly text: string }[];
}

/** Two or three views of one thing, as links, so that each has an address. */
export function ViewSwitch({ label, path, params, name, current, standard, choices }: Props) {
  const address = (value: string) => {
    const query = new URLSearchParams(value === standard ? params : { ...params, [name]: value });
    return query.size > 0 ? `${path}?${query}` : path;
  };
  return (
    <nav aria-label={label} className="flex rounded-md border border-muted p-0.5">
      {choices.map(({ value, text }) => (
        <Link
          key={value}
          href={address(value)}
          prefetch={false}
          scroll={false}
          aria-current={value === current ? "true" : undefined}
          className={classNames(
            "rounded-[4px] px-3 py-1.5 text-sm max-sm:py-2.5",
            value === current ? "bg-ink text-paper" : "text-muted hover:text-ink",
          )}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
