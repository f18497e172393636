using Flow;

namespace Shop
{
    public class Controller
    {
        private readonly Service service;

        public Controller(Service service)
        {
            this.service = service;
        }

        public void Post()
        {
            service.Register(Io.Source(), "guest");
        }

        static void Run()
        {
            new Controller(new Service(new Repository())).Post();
        }
    }
}
