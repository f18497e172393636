namespace Shop
{
    public class Service
    {
        private readonly Repository repository;

        public Service(Repository repository)
        {
            this.repository = repository;
        }

        public void Register(string name, string role)
        {
            repository.Insert(new User { Name = name, Role = role });
        }
    }
}
