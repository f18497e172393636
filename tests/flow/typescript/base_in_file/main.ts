import { View } from './view';

class InputView extends View {
  protected content(): string {
    return '<p>' + source() + '</p>';
  }
}

export function run(): void {
  new InputView().show();
}
