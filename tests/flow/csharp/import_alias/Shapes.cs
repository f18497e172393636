namespace Drawing
{
    public class Circle
    {
        private readonly string name;

        public Circle(string name)
        {
            this.name = name;
        }

        public string Label()
        {
            return name;
        }
    }

    public class Square
    {
        public Square(string name)
        {
        }

        public string Label()
        {
            return "square";
        }
    }
}
