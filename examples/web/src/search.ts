export interface Asset {
  id: number;
  title: string;
}

// Weak: a title with markup in it becomes part of the page (CWE-79).
export function showResults(list: HTMLElement, assets: Asset[]): void {
  for (const asset of assets) {
    const row = document.createElement("li");
    row.innerHTML = "<b>" + asset.title + "</b>";
    list.append(row);
  }
}

// Safe twin: the title is text.
export function showResultsAsText(list: HTMLElement, assets: Asset[]): void {
  for (const asset of assets) {
    const row = document.createElement("li");
    row.textContent = asset.title;
    list.append(row);
  }
}

// Weak: a filter that a user typed is run as a program (CWE-95).
export function filterAssets(assets: Asset[], expression: string): Asset[] {
  return assets.filter((asset) => eval(expression.replace("title", JSON.stringify(asset.title))));
}

// Safe twin: the filter is only compared.
export function filterByTitle(assets: Asset[], part: string): Asset[] {
  return assets.filter((asset) => asset.title.includes(part));
}
