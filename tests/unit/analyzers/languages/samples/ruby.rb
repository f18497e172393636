# frozen_string_literal: true
require "json"
require_relative './support/mailer'

LIMIT = 0x10
$verbose = false

# Orders of the shop.
module Shop
  class Order < ApplicationRecord
    include Comparable
    belongs_to :customer, optional: true
    has_many :items, -> { where(active: true).order('id') }, dependent: :destroy
    validates :email, presence: true, format: { with: /\A[^@\s]+@#{DOMAIN}\z/i }
    attr_accessor :note, :"odd name"
    STATES = %w[open paid shipped].freeze
    FLAGS = %i[a b]
    @@count = 0

    alias_method :total, :sum
    alias old_total total

    def self.search(params, limit: LIMIT, order:, **options)
      name = params[:name]&.strip || 'nobody'
      where("name = '#{name}' AND id > #{params[:id].to_i}")
        .limit(limit)
        .order(order => :desc)
    end

    class << self
      def reset!
        @@count = 0
      end
    end

    def initialize(id, note = "none", *rest, &block)
      super(id)
      @id, @note = id, note
      first, *@others = rest
      @callback = block
      @total ||= 0
      @total += first.to_f if first
    end

    def <=>(other) = total <=> other.total

    def total=(value)
      raise ArgumentError, "negative: #{value}" unless value.positive?

      @total = value
    end

    def save!
      File.open("/tmp/#{@id}", 'w') { |f| f.puts to_json }
    rescue Errno::ENOENT, IOError => e
      logger.error("failed: " + e.message)
      retry if (tries -= 1) > 0
      false
    else
      true
    ensure
      cleanup
    end

    def each_item
      return enum_for(:each_item) unless block_given?

      items.each_with_index do |item, i|
        next if item.nil?
        break unless yield(item, i)
      end
    end

    private

    def report(kind)
      sql = <<~SQL
        SELECT * FROM orders WHERE kind = '#{kind}'
      SQL
      plain = <<-'TEXT'
        nothing #{here}
      TEXT
      case kind
      when :daily, "day" then run(sql)
      when Integer, ->(k) { k > 3 }
        system("report --kind #{kind}", plain)
      else
        eval(kind.to_s)
      end
    end

    def describe(config)
      case config
      in { name: String => name, tags: [first, *] } if name.size > 1
        "#{name} #{first}"
      in [Integer | Float, nil] | nil
        :pair
      in ^kind
        kind
      end
    end
  end
end

class OrdersController < ::ApplicationController
  before_action :load, only: [:show, :edit]
  skip_before_action :verify_authenticity_token

  def show
    @order = Shop::Order.find_by(id: params[:id])
    if @order.nil? and not current_user.admin?
      redirect_to params[:back], notice: 'gone', :status => 302
    elsif params["raw"]
      render html: @order.note.html_safe
    else
      render :show, locals: { order: @order, "key" => 1, **defaults }
    end
    output = `ls #{params[:dir]}`
    %x(rm -rf #{output})
    cookies[:seen] = { value: '1', httponly: false }
    user.update(admin:, name: "x")
    Digest::MD5.hexdigest(output) == params[:digest] ? head(:ok) : head(:no)
  end

  def load(...) = find(...)

  def loop_things
    i = 0
    i += 1 while i < 10
    until i.zero? do i -= 1 end
    begin
      i += 1
    end while i < LIMIT
    for a, b in { x: 1 } do puts a, b end
    value = Integer(params[:n]) rescue 0
    squares = (1..10).map { _1 ** 2 }.select(&:even?)
    lookup = ->(x, y = 1) { x + y }
    lookup.(value, *squares)
    puts "a" "b", ?c, 1_000, 2.5, 3r, __FILE__, defined?(foo)
    BasicObject.send(:define_method, :"x#{i}") { |(a, b), c: 1| a }
    return squares, lookup
  end
end
