module example.com/shop

go 1.18

require example.com/flowio v1.0.0
