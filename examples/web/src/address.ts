import { Asset, filterAssets, filterByTitle } from "./search";

// What follows `#` in the address chooses the assets that are shown.
export function assetsOfAddress(assets: Asset[]): Asset[] {
  return filterAssets(assets, window.location.hash.slice(1));
}

export function assetsByTitleInAddress(assets: Asset[]): Asset[] {
  return filterByTitle(assets, window.location.hash.slice(1));
}
