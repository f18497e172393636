package orders

import (
	"context"
	"net/http"

	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
)

func findUser(users *mongo.Collection, r *http.Request) {
	// todoruleid: go-nosql-injection
	users.FindOne(context.Background(), bson.M{"$where": "this.name == '" + r.FormValue("name") + "'"})
	// ok: go-nosql-injection
	users.FindOne(context.Background(), bson.M{"name": "admin"})
}
