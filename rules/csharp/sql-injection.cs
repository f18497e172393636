using System.Data.SqlClient;
using System.Linq;
using System.Threading.Tasks;
using Dapper;
using Microsoft.EntityFrameworkCore;

namespace Shop.Orders
{
    public class OrderQueries
    {
        private const string Table = "Orders";
        private readonly SqlConnection connection;
        private readonly ShopContext context;

        public OrderQueries(SqlConnection connection, ShopContext context)
        {
            this.connection = connection;
            this.context = context;
        }

        public SqlDataReader ByCustomer(string customer)
        {
            // ruleid: csharp-sql-injection
            var command = new SqlCommand("SELECT * FROM Orders WHERE Customer = '" + customer + "'", connection);
            return command.ExecuteReader();
        }

        public int Remove(string id)
        {
            var command = connection.CreateCommand();
            // ruleid: csharp-sql-injection
            command.CommandText = $"DELETE FROM Orders WHERE Id = {id}";
            return command.ExecuteNonQuery();
        }

        public Task<Order> Single(string number)
        {
            // ruleid: csharp-sql-injection
            return connection.QueryFirstAsync<Order>(string.Format("SELECT * FROM Orders WHERE Number = '{0}'", number));
        }

        public IQueryable<Order> Raw(string state)
        {
            // ruleid: csharp-sql-injection
            return context.Orders.FromSqlRaw($"SELECT * FROM Orders WHERE State = '{state}'");
        }

        public SqlDataReader Bound(string customer)
        {
            // ok: csharp-sql-injection
            var command = new SqlCommand("SELECT * FROM Orders WHERE Customer = @customer", connection);
            command.Parameters.AddWithValue("@customer", customer);
            return command.ExecuteReader();
        }

        public IQueryable<Order> Interpolated(string state)
        {
            // ok: csharp-sql-injection
            return context.Orders.FromSqlInterpolated($"SELECT * FROM Orders WHERE State = {state}");
        }

        public SqlDataReader Everything()
        {
            // ok: csharp-sql-injection
            return new SqlCommand("SELECT * FROM " + Table + " ORDER BY Id", connection).ExecuteReader();
        }

        public void Run(Scheduler scheduler, string name)
        {
            // ok: csharp-sql-injection
            scheduler.Execute("import " + name);
        }

        public SqlDataReader ByRegion(string region)
        {
            string query = "SELECT * FROM Orders WHERE Region = '" + region + "'";
            // ruleid: csharp-sql-injection-variable
            return new SqlCommand(query, connection).ExecuteReader();
        }

        public int Close(int id, string reason)
        {
            var sql = $"UPDATE Orders SET State = 'closed', Reason = '{reason}' WHERE Id = {id}";
            var command = connection.CreateCommand();
            // ruleid: csharp-sql-injection-variable
            command.CommandText = sql;
            return command.ExecuteNonQuery();
        }

        public SqlDataReader ByRegionBound(string region)
        {
            var query = "SELECT * FROM Orders WHERE Region = @region";
            // ok: csharp-sql-injection-variable
            var command = new SqlCommand(query, connection);
            command.Parameters.AddWithValue("@region", region);
            return command.ExecuteReader();
        }

        public void Label(string region)
        {
            var title = "Orders of " + region;
            // ok: csharp-sql-injection-variable
            var view = new ReportView(title);
        }
    }
}
