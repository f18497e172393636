package config

const Trace = false

const Level = 3
