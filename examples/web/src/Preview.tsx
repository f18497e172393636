import type { Asset } from "./search.js";

interface Props {
  asset: Asset;
  description: string;
}

// Weak: the description comes from whoever uploaded the asset (CWE-79).
export function Preview({ asset, description }: Props) {
  return (
    <article>
      <h2>{asset.title}</h2>
      <div dangerouslySetInnerHTML={{ __html: description }} />
    </article>
  );
}

// Safe twin: React escapes it.
export function PlainPreview({ asset, description }: Props) {
  return (
    <article>
      <h2>{asset.title}</h2>
      <p>{description}</p>
    </article>
  );
}
