import { Client, type ClientConfig } from 'pg'

/**
 * A client whose every text is one statement. PostgreSQL's simple protocol takes several at once, and `pg`
 * speaks it whenever a statement has no values, so that injected SQL could end the statement it stands in
 * and begin another. Here it travels by the extended protocol, which refuses a second statement (42601).
 */
export class OneStatement extends Client {
  constructor(config?: ClientConfig) {
    super(config)
    const { connection } = this
    connection.query = (text) => {
      connection.stream.cork()
      connection.parse({ name: '', text, types: [] }, true)
      connection.bind({}, true)
      connection.describe({ type: 'P' }, true)
      connection.execute(null, true)
      connection.sync()
      connection.stream.uncork()
    }
  }
}
