using Flow;

class Animal
{
    protected string name;
    protected string sound = "silence";

    protected Animal(string name)
    {
        this.name = name;
    }
}

class Dog : Animal
{
    public Dog(string name) : base(name)
    {
    }

    public void Introduce()
    {
        // ruleid: flow
        Io.Sink(name);
        // ok: flow
        Io.Sink(sound);
    }
}

class InheritedField
{
    static void Adopt()
    {
        new Dog(Io.Source()).Introduce();
    }
}
