// The rows of a Parquet file, as JSON.
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'

const file = await asyncBufferFromFile(process.argv[2])
console.log(JSON.stringify(await parquetReadObjects({ file })))
