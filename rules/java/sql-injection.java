package shop.orders;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class OrderServlet extends HttpServlet {
  private static final String TABLE = "orders";
  private Connection connection;

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      find(request.getParameter("customer"));
      findBound(request.getParameter("customer"));
      findByNumber(request.getParameter("number"));
    } catch (SQLException e) {
      response.sendError(500);
    }
  }

  private ResultSet find(String customer) throws SQLException {
    StringBuilder sql = new StringBuilder("SELECT * FROM orders WHERE customer = '");
    sql.append(customer).append("'");
    Statement statement = connection.createStatement();
    // ruleid: java-sql-injection
    return statement.executeQuery(sql.toString());
  }

  private ResultSet findBound(String customer) throws SQLException {
    // ok: java-sql-injection
    PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + TABLE + " WHERE customer = ?");
    statement.setString(1, customer);
    return statement.executeQuery();
  }

  private ResultSet findByNumber(String number) throws SQLException {
    int id = Integer.parseInt(number);
    // ok: java-sql-injection
    return connection.createStatement().executeQuery("SELECT * FROM orders WHERE id = " + id);
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Map<String, String> names = new HashMap<>();
    names.put("column", "total");
    names.put("note", request.getParameter("note"));
    try {
      // ok: java-sql-injection
      connection.createStatement().executeQuery("SELECT " + names.get("column") + " FROM orders");
      // ruleid: java-sql-injection
      connection.createStatement().executeUpdate("UPDATE orders SET note = '" + names.get("note") + "'");
    } catch (SQLException e) {
      response.sendError(500);
    }
  }
}

class OrderController {
  private JdbcTemplate jdbc;

  @GetMapping("/count")
  Integer count(@RequestParam String region) {
    // ruleid: java-sql-injection
    return jdbc.queryForObject("select count(*) from orders where region = '" + region + "'", Integer.class);
  }

  @GetMapping("/count-bound")
  Integer countBound(@RequestParam String region) {
    // ok: java-sql-injection
    return jdbc.queryForObject("select count(*) from orders where region = ?", Integer.class, region);
  }
}

class OrderImport {
  private Connection connection;

  void load(BufferedReader reader) throws IOException, SQLException {
    String line = new BufferedReader(new FileReader("orders.txt")).readLine();
    // ruleid: java-sql-injection-indirect
    connection.createStatement().executeUpdate("INSERT INTO orders VALUES ('" + line + "')");
    PreparedStatement insert = connection.prepareStatement("INSERT INTO orders VALUES (?)");
    insert.setString(1, line);
    // ok: java-sql-injection-indirect
    insert.executeUpdate();
  }
}
