package nothing

type Store struct{}

func (Store) Save(key, text string) {}

func (Store) Load(key string) string {
	return ""
}
