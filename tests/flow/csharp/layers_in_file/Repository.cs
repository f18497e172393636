using Flow;

namespace Shop
{
    public class User
    {
        public string Name { get; set; }
        public string Role { get; set; }
    }

    public class Repository
    {
        public void Insert(User user)
        {
            // ruleid: flow
            Io.Sink("insert into users values ('" + user.Name + "')");
            // ok: flow
            Io.Sink("insert into roles values ('" + user.Role + "')");
        }
    }
}
