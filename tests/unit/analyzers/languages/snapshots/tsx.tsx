const J: FC<P> = ({ a, ...rest }: P) => <Foo<string> a={a} {...rest} b="c">x {a as string}</Foo>;
const id = <T,>(v: T): T => v;
const E = () => <><br /></>;
