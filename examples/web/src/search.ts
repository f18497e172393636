export interface Asset {
  id: number;
  title: string;
}

// Weak: what the address asks for becomes part of the page (CWE-79).
export function showQuestion(heading: HTMLElement): void {
  heading.innerHTML = "Results for <b>" + location.search.slice(3) + "</b>";
}

// Safe twin: text stays text.
export function showQuestionAsText(heading: HTMLElement): void {
  heading.textContent = "Results for " + location.search.slice(3);
}

// Weak: a filter that a user typed is run as a program (CWE-95).
export function filterAssets(assets: Asset[], expression: string): Asset[] {
  return assets.filter((asset) => eval("asset." + expression));
}

// Safe twin: the filter is only compared.
export function filterByTitle(assets: Asset[], part: string): Asset[] {
  return assets.filter((asset) => asset.title.includes(part));
}
