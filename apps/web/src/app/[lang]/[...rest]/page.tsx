import { notFound } from "next/navigation";

/** Any address that no other page answers, in the style of the site. */
export default function Page() {
  notFound();
}
