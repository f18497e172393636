package shapes

type Circle struct {
	Name string
}

func (c Circle) Label() string {
	return c.Name
}

type Square struct {
	Name string
}

func (s Square) Label() string {
	return "square"
}
