package shop.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.persistence.EntityManager;
import org.springframework.jdbc.core.JdbcTemplate;

class OrderRepository {
  private static final String TABLE = "orders";
  private Connection connection;
  private EntityManager entityManager;
  private JdbcTemplate jdbc;

  ResultSet byCustomer(String customer) throws SQLException {
    Statement statement = connection.createStatement();
    // ruleid: java-sql-injection
    return statement.executeQuery("SELECT * FROM orders WHERE customer = '" + customer + "'");
  }

  ResultSet byState(String state, int limit) throws SQLException {
    String sql = "SELECT id, total FROM orders WHERE state = '" + state + "' LIMIT " + limit;
    Statement statement = connection.createStatement();
    // ruleid: java-sql-injection
    return statement.executeQuery(sql);
  }

  void remove(String id) throws SQLException {
    // ruleid: java-sql-injection
    connection.createStatement().executeUpdate(String.format("DELETE FROM orders WHERE id = %s", id));
  }

  List<?> search(String name) {
    // ruleid: java-sql-injection
    return entityManager.createQuery("from Order o where o.name like '%" + name + "%'").getResultList();
  }

  Integer count(String region) {
    // ruleid: java-sql-injection
    return jdbc.queryForObject("select count(*) from orders where region = '" + region + "'", Integer.class);
  }

  ResultSet byCustomerBound(String customer) throws SQLException {
    // ok: java-sql-injection
    PreparedStatement statement = connection.prepareStatement("SELECT * FROM orders WHERE customer = ?");
    statement.setString(1, customer);
    // ok: java-sql-injection
    return statement.executeQuery();
  }

  ResultSet all() throws SQLException {
    // ok: java-sql-injection
    return connection.createStatement().executeQuery("SELECT * FROM " + TABLE + " ORDER BY id");
  }

  Integer countBound(String region) {
    // ok: java-sql-injection
    return jdbc.queryForObject("select count(*) from orders where region = ?", Integer.class, region);
  }

  void audit(java.util.concurrent.Executor executor, String name) {
    // ok: java-sql-injection
    executor.execute(new Job("report " + name));
  }

  ResultSet grown(String customer) throws SQLException {
    StringBuilder sql = new StringBuilder("SELECT * FROM orders WHERE customer = '");
    sql.append(customer).append("'");
    // todoruleid: java-sql-injection
    return connection.createStatement().executeQuery(sql.toString());
  }
}
