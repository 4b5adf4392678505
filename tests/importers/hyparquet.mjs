// The rows of each Parquet file in a folder, as JSON in which a Date is {"moment": ...}.
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'

Date.prototype.toJSON = function () { return { moment: this.toISOString() } }

const [folder] = process.argv.slice(2)
const tables = {}
for (const name of readdirSync(folder).filter(name => name.endsWith('.parquet'))) {
    tables[basename(name, '.parquet')] = await parquetReadObjects({ file: await asyncBufferFromFile(join(folder, name)) })
}
console.log(JSON.stringify(tables))
