/** As many orders as the phone shows. */
export const shown = 3

/** The question that has the shape of the screen. */
export const screenQuestion = `{
  orders(first: ${shown}) {
    items {
      id
      status
      total { amount }
      restaurant { name open }
    }
  }
}`

/** Questions to start from. The reader may write any other. */
export const questions = [
  { name: 'As the screen', text: screenQuestion },
  {
    name: 'Names only',
    text: `{
  orders(first: ${shown}) {
    items {
      restaurant { name }
    }
  }
}`,
  },
  {
    name: 'With their menus',
    text: `{
  orders(first: ${shown}) {
    items {
      id
      restaurant {
        name
        menu { name price { amount } }
      }
    }
  }
}`,
  },
  {
    name: 'Too deep',
    text: `{
  restaurants {
    menu { restaurant {
      menu { restaurant {
        menu { restaurant {
          menu { restaurant { name } }
        } }
      } }
    } }
  }
}`,
  },
] as const
