/** Applies the remembered colours before the first paint. Kept tiny: it blocks. */
const script = `try{var t=localStorage.getItem("agon.theme");if(t)document.documentElement.dataset.theme=t}catch(e){}`;

export function ThemeScript({ nonce }: { nonce: string | undefined }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />;
}
