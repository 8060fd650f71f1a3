/** What may be asked, and of what shape each answer is. */
export const typeDefs = /* GraphQL */ `
  type Query {
    "Every restaurant, those that are open now first."
    restaurants: [Restaurant!]!
    "One restaurant; null where there is none of that name."
    restaurant(slug: ID!): Restaurant
    "Your orders, newest first, a page at a time."
    orders(first: Int! = 20, after: String): OrderPage!
    "One of your orders; null for anybody else’s."
    order(id: ID!): Order
  }

  type Mutation {
    "Places an order: all of it, once, at the restaurant’s own prices."
    placeOrder(wish: NewOrder!): OrderResult!
    "Moves an order to its next state, as PATCH /api/orders/{id} does."
    moveOrder(id: ID!, status: OrderStatus!, reason: String): OrderResult!
  }

  "What became of a wish: the order, or why there is none."
  union OrderResult = Order | Problem

  "A problem as RFC 9457 describes it. Its type is a page of this site."
  type Problem {
    type: String!
    title: String!
    httpStatus: Int!
    detail: String!
    errors: [ProblemPlace!]!
    "Where an order may go instead."
    allowed: [OrderStatus!]!
  }
  "A place in the wish (a JSON pointer, RFC 6901), and what is wrong there."
  type ProblemPlace {
    pointer: String!
    detail: String!
  }

  type Restaurant {
    slug: ID!
    name: String!
    cuisine: String!
    description: String!
    open: Boolean!
    opensAt: String
    closesAt: String
    address: String!
    distanceKm: Float!
    minutes: Minutes!
    deliveryFee: Money!
    picture: String!
    menu: [Dish!]!
  }
  "From the order to the door."
  type Minutes {
    from: Int!
    to: Int!
  }
  type Dish {
    id: ID!
    name: String!
    description: String!
    price: Money!
    allergens: [String!]!
    picture: String!
    portionsLeft: Int!
    available: Boolean!
    restaurant: Restaurant!
  }
  "An amount in minor units: 1250 is $12.50."
  type Money {
    amount: Int!
    currency: String!
  }

  type OrderPage {
    items: [Order!]!
    "Where the next page begins; null on the last."
    next: String
  }
  type Order {
    id: ID!
    status: OrderStatus!
    restaurant: Restaurant!
    lines: [OrderLine!]!
    subtotal: Money!
    deliveryFee: Money!
    total: Money!
    note: String
    placedAt: String!
    history: [OrderMoment!]!
  }
  type OrderLine {
    dish: ID!
    name: String!
    quantity: Int!
    price: Money!
    total: Money!
  }
  type OrderMoment {
    status: OrderStatus!
    at: String!
    by: String
    reason: String
  }
  enum OrderStatus {
    placed
    accepted
    cooking
    ready
    collected
    delivered
    cancelled
    rejected
  }

  input NewOrder {
    restaurant: ID!
    lines: [NewOrderLine!]!
    note: String
  }
  input NewOrderLine {
    dish: ID!
    quantity: Int!
  }
`
