// Whether a Data Package is valid, and the rows of its tables, alone and with the related rows in them, as JSON in which
// a Date is {"moment": ...}.
import datapackage from 'datapackage'

Date.prototype.toJSON = function () { return { moment: this.toISOString() } }

const { valid, errors, resources } = await datapackage.Package.load(process.argv[2])
const tables = {}
for (const resource of resources) {
    tables[resource.name] = {
        rows: await resource.read({ keyed: true }),
        related: await resource.read({ keyed: true, relations: true }),
    }
}
console.log(JSON.stringify({ valid, errors: errors.map(String), tables }))
