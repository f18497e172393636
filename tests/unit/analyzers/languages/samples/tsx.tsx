import React, { useState, type FC } from 'react';
import { Item } from './item';

interface Props<T> {
  item: T;
  onSave?: (item: T) => void;
  children?: React.ReactNode;
}

const styles: Record<string, string> = { title: 'big' };

export const Title: FC<Props<Item>> = ({ item, children }) => {
  const [open, setOpen] = useState<boolean>(false);
  const ref = React.useRef<HTMLDivElement | null>(null);
  if (!item) return null;
  return (
    <div ref={ref} className={styles.title} onClick={() => setOpen(!open)}>
      <h1>{item.name as string}</h1>
      {open && <Details<Item> item={item} id="details" />}
      <p dangerouslySetInnerHTML={{ __html: item.html! }} />
      <a href={`/items/${item.id}`} target="_blank">more &gt;</a>
      {children}
    </div>
  );
};

export function List<T extends { id: number }>({ items }: { items: T[] }): JSX.Element {
  return <>{items.map((each) => <li key={each.id}>{each.id}</li>)}</>;
}

const identity = <T,>(value: T): T => value;

export default class Panel extends React.Component<Props<Item>, { count: number }> {
  state = { count: 0 };
  private timer?: number;

  componentDidMount(): void {
    this.timer = window.setInterval(() => this.setState((s) => ({ count: s.count + 1 })), 1000);
  }

  render() {
    const { item, ...rest } = this.props;
    return <Title item={identity(item)} {...rest}>{this.state.count}</Title>;
  }
}
