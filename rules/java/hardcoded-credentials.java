package shop.db;

import com.zaxxer.hikari.HikariDataSource;
import java.net.PasswordAuthentication;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class Database {
  private static final String PASSWORD = "Winter2024!";

  Connection open() throws SQLException {
    // ruleid: java-hardcoded-password
    return DriverManager.getConnection("jdbc:postgresql://db/shop", "shop", "s3cret-shop");
  }

  HikariDataSource pool() {
    HikariDataSource pool = new HikariDataSource();
    // ruleid: java-hardcoded-password
    pool.setPassword(PASSWORD);
    return pool;
  }

  PasswordAuthentication proxy() {
    // ruleid: java-hardcoded-password
    return new PasswordAuthentication("proxy", "let-me-through".toCharArray());
  }

  Connection openFromEnvironment() throws SQLException {
    // ok: java-hardcoded-password
    return DriverManager.getConnection("jdbc:postgresql://db/shop", "shop", System.getenv("SHOP_DB_PASSWORD"));
  }

  HikariDataSource templated() {
    HikariDataSource pool = new HikariDataSource();
    // ok: java-hardcoded-password
    pool.setPassword("${db.password}");
    // ok: java-hardcoded-password
    pool.setPassword("");
    return pool;
  }
}
