package orders

import (
	"context"
	"net/http"

	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
)

func findUser(users *mongo.Collection, r *http.Request) {
	// ruleid: go-nosql-injection
	users.FindOne(context.Background(), bson.M{"$where": "this.name == '" + r.FormValue("name") + "'"})
	// ok: go-nosql-injection
	users.FindOne(context.Background(), bson.M{"name": "admin"})
}

func findByName(users *mongo.Collection, r *http.Request) {
	filter := map[string]string{"$where": "this.name == '" + r.FormValue("name") + "'"}
	// ruleid: go-nosql-injection
	users.FindOne(context.Background(), filter)
	// ok: go-nosql-injection
	users.FindOne(context.Background(), map[string]string{"name": "admin"})
}
