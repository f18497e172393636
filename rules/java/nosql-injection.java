package shop.orders;

import com.mongodb.BasicDBObject;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class CustomerController {
  private MongoCollection<Document> customers;

  @GetMapping("/customers")
  Document find(@RequestParam String filter) {
    // ruleid: java-nosql-injection
    return customers.find(Document.parse(filter)).first();
  }

  @GetMapping("/customers/where")
  Document findWhere(@RequestParam String city) {
    // ruleid: java-nosql-injection
    return customers.find(new BasicDBObject("$where", "this.city == '" + city + "'")).first();
  }

  @GetMapping("/customers/city")
  Document findByCity(@RequestParam String city) {
    // ok: java-nosql-injection
    return customers.find(Filters.eq("city", city)).first();
  }
}
